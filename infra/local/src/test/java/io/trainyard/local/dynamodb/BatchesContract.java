package io.trainyard.local.dynamodb;

interface BatchesContract extends ConformanceCase {}
