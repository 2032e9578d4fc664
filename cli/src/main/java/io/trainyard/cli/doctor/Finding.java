package io.trainyard.cli.doctor;

/**
 * What was found of one thing.
 *
 * @param found what is there, or that nothing is
 * @param fix what to do about it; empty where all is well
 */
public record Finding(String name, Verdict verdict, String found, String fix) {

    /** What it means for Trainyard. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** Not there, and only needed for what is named. */
        OPTIONAL,
        /** Nothing works without it. */
        PROBLEM
    }

    static Finding ok(String name, String found) {
        return new Finding(name, Verdict.OK, found, "");
    }

    static Finding optional(String name, String found, String fix) {
        return new Finding(name, Verdict.OPTIONAL, found, fix);
    }

    static Finding problem(String name, String found, String fix) {
        return new Finding(name, Verdict.PROBLEM, found, fix);
    }
}
