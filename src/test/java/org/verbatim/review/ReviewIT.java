package org.verbatim.review;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ReviewIT extends ReviewTest {}
