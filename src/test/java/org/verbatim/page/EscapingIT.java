package org.verbatim.page;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class EscapingIT extends EscapingTest {}
