package io.trainyard.sample.stray;

class OutsideTheLayers {}
