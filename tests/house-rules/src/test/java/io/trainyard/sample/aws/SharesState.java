package io.trainyard.sample.aws;

class SharesState {
    static int count;
}
