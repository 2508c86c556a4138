package org.verbatim.verification;

/** Claims that the seeds answer, for the API description. */
final class Examples {

    static final String SPLIT = "Le Maroc, pays champion du Pacte mondial sur les migrations (GCM), est un partenaire"
            + " essentiel et un modèle de leadership sur la scène internationale en matière de migration. Sa vision centrée"
            + " sur l'humain montre que la migration, lorsqu'elle est bien gérée, peut stimuler le développement, renforcer"
            + " la résilience et unir les communautés au-delà des frontières. L'approche du Maroc incarne le type de"
            + " mobilité équilibrée dont le monde a urgemment besoin.";

    static final String ALTERED =
            "Sa vision centrée sur l'économique montre que la migration, lorsqu'elle est bien gérée,"
                    + " peut stimuler le développement";

    static final String GENUINE = "Sa vision centrée sur l'humain montre que la migration, lorsqu'elle est bien gérée,"
            + " peut stimuler le développement";

    static final String REPORTED =
            "de tels investissements dans la vie civique et culturelle sont essentiels pour rendre les"
                    + " quartiers plus inclusifs";

    static final String NOT_FOUND = "le Maroc doit fermer ses frontières";

    static final String SPLIT_BODY = "{\"text\": \"" + SPLIT + "\", \"speaker\": \"Mme Pope\"}";
    static final String ALTERED_BODY = "{\"text\": \"" + ALTERED + "\", \"speaker\": \"Amy Pope\"}";
    static final String MISATTRIBUTED_BODY = "{\"text\": \"" + GENUINE + "\", \"speaker\": \"Nasser Bourita\"}";
    static final String REPORTED_BODY = "{\"text\": \"" + REPORTED + "\"}";
    static final String NOT_FOUND_BODY = "{\"text\": \"" + NOT_FOUND + "\"}";

    private Examples() {}
}
