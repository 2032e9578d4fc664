package io.trainyard.local.faults;

/** A number from 0 to 1 that the same arguments always give: a splitmix64 finish over their hash. */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draw() {}

    static double of(long seed, String fault, String subject, long nth) {
        var hash = seed * GOLDEN;
        for (var text : new String[] {fault, subject}) {
            for (int i = 0; i < text.length(); i++) {
                hash = mixed(hash + text.charAt(i));
            }
            hash = mixed(hash + GOLDEN);
        }
        return (mixed(hash + nth * GOLDEN) >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
