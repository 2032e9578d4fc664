package io.trainyard.local.dynamodb;

interface UpdatesContract extends ConformanceCase {}
