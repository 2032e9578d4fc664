package io.trainyard.wiring;

/**
 * One thing wrong with a {@code service.yaml}.
 *
 * @param file the file, relative to the folder that was read
 * @param field where in it: {@code queue.visibility}, {@code hears[2].detail-type}
 * @param problem what is wrong
 * @param fix what to write instead
 */
public record Violation(String file, String field, String problem, String fix) {

    @Override
    public String toString() {
        return file + ": " + field + ": " + problem + " Fix: " + fix;
    }
}
