package io.trainyard.capacity.app;

class InMemoryClimbsTest extends ClimbsContract {

    private final Climbs climbs = new InMemoryClimbs();

    @Override
    protected Climbs climbs() {
        return climbs;
    }
}
