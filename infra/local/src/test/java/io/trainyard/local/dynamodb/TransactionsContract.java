package io.trainyard.local.dynamodb;

interface TransactionsContract extends ConformanceCase {}
