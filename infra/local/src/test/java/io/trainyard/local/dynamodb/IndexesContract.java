package io.trainyard.local.dynamodb;

interface IndexesContract extends ConformanceCase {}
