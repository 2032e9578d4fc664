package io.trainyard.sample.aws;

class JobManager {}
