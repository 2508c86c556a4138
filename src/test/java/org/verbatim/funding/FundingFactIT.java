package org.verbatim.funding;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FundingFactIT extends FundingFactTest {}
