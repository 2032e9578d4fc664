package io.trainyard.local.dynamodb;

interface ConditionsContract extends ConformanceCase {}
