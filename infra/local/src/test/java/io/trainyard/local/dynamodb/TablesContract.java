package io.trainyard.local.dynamodb;

interface TablesContract extends ConformanceCase {}
