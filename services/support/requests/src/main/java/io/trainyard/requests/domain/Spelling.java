package io.trainyard.requests.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what somebody meant to write. */
final class Spelling {

    private static final int LONGEST_SHOWN = 80;

    private Spelling() {}

    /** A sentence with the known word that is most like this one, or with all known words where none is close. */
    static String hint(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .map(word -> "did you mean " + word + "?")
                .orElseGet(() -> all(known));
    }

    /** The same for words that are much alike: only one slip is taken for one. */
    static String closeHint(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= 1)
                .min(Comparator.naturalOrder())
                .map(word -> "did you mean " + word + "?")
                .orElseGet(() -> all(known));
    }

    /** Whether one was probably meant as the other. */
    static boolean close(String written, String word) {
        return distance(written, word) <= Math.max(1, word.length() / 3);
    }

    /** What was written, in quotes and not too long to be read. */
    static String shown(String text) {
        return "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text) + "'";
    }

    private static String all(Collection<String> known) {
        return known.isEmpty()
                ? "remove it"
                : "known here: " + String.join(", ", known.stream().sorted().toList());
    }

    /** How many letters to add, drop, change or exchange with their neighbours; case, hyphens and underscores aside. */
    private static int distance(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    /** Cut, because only short words are slips, and a long one would cost much to compare. */
    private static String plain(String word) {
        String cut = word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) : word;
        return cut.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
