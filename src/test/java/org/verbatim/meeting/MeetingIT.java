package org.verbatim.meeting;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class MeetingIT extends MeetingTest {}
