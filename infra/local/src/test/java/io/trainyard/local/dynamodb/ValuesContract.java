package io.trainyard.local.dynamodb;

interface ValuesContract extends ConformanceCase {}
