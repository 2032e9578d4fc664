package io.trainyard.sample.aws;

class NamedEmptily {
    static class JobManager {}
}
