package io.trainyard.sample.aws;

public class Adapter {}
