package org.verbatim.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MetersIT extends MetersTest {}
