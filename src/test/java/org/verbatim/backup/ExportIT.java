package org.verbatim.backup;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ExportIT extends ExportTest {}
