package io.trainyard.local.dynamodb;

interface QueriesContract extends ConformanceCase {}
