package io.trainyard.ledger.app;

class InMemoryBooksTest extends BooksContract {

    @Override
    protected Books books() {
        return new InMemoryBooks();
    }

    @Override
    protected Books again(Books books) {
        return books;
    }

    @Override
    protected String statusOf(Books books, String jobId) {
        return ((InMemoryBooks) books).record(jobId).orElseThrow().status().name();
    }
}
