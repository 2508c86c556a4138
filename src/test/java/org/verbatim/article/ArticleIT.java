package org.verbatim.article;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ArticleIT extends ArticleTest {}
