package io.trainyard.capacity.app;

class InMemoryQuotasTest extends QuotasContract {

    private final InMemoryQuotas quotas = new InMemoryQuotas();

    @Override
    protected Quotas quotas() {
        return quotas;
    }

    @Override
    protected void limit(String kind, int most) {
        quotas.limit(kind, SHORT, most);
    }
}
