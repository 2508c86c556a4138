package org.verbatim.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PageIT extends PageTest {}
