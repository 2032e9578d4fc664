package io.trainyard.letters.app;

import io.trainyard.letters.domain.Deed;
import java.util.List;

/** Who did what at the desk. Never shortened. */
public interface Audit {

    /** Writes a deed, over its own earlier outcome where it has one. */
    void write(Deed deed);

    /** The newest first. */
    List<Deed> newest(int limit);
}
