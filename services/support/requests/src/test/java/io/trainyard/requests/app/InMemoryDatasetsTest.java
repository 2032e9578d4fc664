package io.trainyard.requests.app;

class InMemoryDatasetsTest extends DatasetsContract {

    @Override
    protected Datasets datasets(String key) {
        return new InMemoryDatasets().with("s3://data/" + key);
    }
}
