package io.trainyard.notices.app;

class InMemoryClaimsTest extends ClaimsContract {

    @Override
    protected Claims claims() {
        return new InMemoryClaims();
    }
}
