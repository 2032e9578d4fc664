package io.trainyard.sample.aws;

class ReadsEnvironment {
    String region() {
        return System.getenv("AWS_REGION");
    }
}
