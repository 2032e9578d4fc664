package io.trainyard.rules;

/** The rules hold for the rules. */
class OwnSourceStyleTest extends SourceStyleTest {}
