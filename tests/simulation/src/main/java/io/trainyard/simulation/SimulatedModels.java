package io.trainyard.simulation;

import io.trainyard.models.app.Models;
import io.trainyard.models.domain.Model;
import java.util.Set;
import java.util.TreeSet;

/** SageMaker's models. */
final class SimulatedModels implements Models {

    private final Creations creations;
    private final Set<String> models = new TreeSet<>();

    SimulatedModels(Creations creations) {
        this.creations = creations;
    }

    @Override
    public Registration register(Model model) {
        creations.asked("model", model.key(), model.name());
        models.add(model.name());
        return new Registration.Registered("arn:model/" + model.name());
    }

    @Override
    public boolean exists(String name) {
        return models.contains(name);
    }

    @Override
    public void delete(String name) {
        models.remove(name);
    }

    Set<String> names() {
        return models;
    }
}
