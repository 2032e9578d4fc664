package io.trainyard.cli.doctor;

/**
 * A program of the machine.
 *
 * @param name as it is on the PATH
 * @param question the argument that makes it print its version
 * @param purpose what Trainyard does with it
 * @param source how to get it
 */
record Tool(String name, String question, String purpose, String source) {}
