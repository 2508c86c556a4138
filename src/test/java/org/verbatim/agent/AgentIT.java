package org.verbatim.agent;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class AgentIT extends AgentTest {}
