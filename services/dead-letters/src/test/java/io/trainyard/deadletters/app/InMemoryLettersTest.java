package io.trainyard.deadletters.app;

import io.trainyard.letters.app.Letters;

class InMemoryLettersTest extends LettersContract {

    private final InMemoryLetters letters = new InMemoryLetters();

    @Override
    protected Letters letters() {
        return letters;
    }
}
