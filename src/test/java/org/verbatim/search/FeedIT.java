package org.verbatim.search;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FeedIT extends FeedTest {}
