package org.verbatim.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class NoKeptAnswersIT extends NoKeptAnswersTest {}
