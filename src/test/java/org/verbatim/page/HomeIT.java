package org.verbatim.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HomeIT extends HomeTest {}
