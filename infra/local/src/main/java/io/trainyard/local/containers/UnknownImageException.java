package io.trainyard.local.containers;

import java.io.IOException;

/** No image of this name can be had: it is not mapped to a command and no Docker engine has it. */
public final class UnknownImageException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnknownImageException(String image) {
        super("image " + image + " is not mapped to a command, and no Docker engine has it");
    }
}
