package org.verbatim.agent;

import java.text.Normalizer;
import java.util.Locale;

/** French words that lose their vowel before another one. */
public final class Elision {

    private static final String VOWELS = "aeiouœæ";

    private Elision() {}

    /**
     * “de” before a name: <i>d’Amy Pope</i>, <i>de Hugo</i>, <i>d’Yves</i>, <i>de Yasmine</i>. An h is not elided, as names
     * do not tell whether it is aspirated.
     */
    public static String de(String name) {
        return (beginsWithVowel(name) ? "d’" : "de ") + name;
    }

    private static boolean beginsWithVowel(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return false;
        }
        // A y is a vowel before a consonant alone.
        boolean y = letters.length() > 1 && letters.charAt(0) == 'y' && isConsonant(letters.charAt(1));
        return y || isVowel(letters.charAt(0));
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static boolean isConsonant(char letter) {
        return Character.isLetter(letter) && !isVowel(letter);
    }
}
