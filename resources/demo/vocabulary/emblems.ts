/**
 * Emblems from which openly fictive names are made: "Baobab Bavard", "Pirogue Étoilée". No organisation is called so.
 * Arabic forms, with article, exist where the country writes names in Arabic; their gender may differ from the French.
 */
export interface Emblem {
  readonly name: string;
  readonly gender: 'm' | 'f';
  readonly arabic: string | null;
  readonly arabicGender: 'm' | 'f';
}

export interface Epithet {
  readonly m: string;
  readonly f: string;
  readonly arabic: { readonly m: string; readonly f: string } | null;
}

export interface Emblems {
  readonly emblems: readonly Emblem[];
  readonly epithets: readonly Epithet[];
}

function emblem(
  name: string,
  gender: 'm' | 'f',
  arabic: string | null = null,
  arabicGender = gender,
): Emblem {
  return { name, gender, arabic, arabicGender };
}

function epithet(m: string, f: string, arabic?: readonly [m: string, f: string]): Epithet {
  return { m, f, arabic: arabic ? { m: arabic[0], f: arabic[1] } : null };
}

export const maghrebEmblems: Emblems = {
  emblems: [
    emblem('Jasmin', 'm', 'الياسمين'),
    emblem('Olivier', 'm', 'الزيتونة', 'f'),
    emblem('Palmier', 'm', 'النخلة', 'f'),
    emblem('Figuier', 'm', 'التينة', 'f'),
    emblem('Grenadier', 'm', 'الرمانة', 'f'),
    emblem('Amandier', 'm', 'اللوزة', 'f'),
    emblem('Citronnier', 'm', 'الليمونة', 'f'),
    emblem('Mouette', 'f', 'النورس', 'm'),
    emblem('Hirondelle', 'f', 'السنونوة'),
    emblem('Cigogne', 'f', 'اللقلق', 'm'),
    emblem('Voile', 'f', 'الشراع', 'm'),
    emblem('Phare', 'm', 'المنارة', 'f'),
    emblem('Dune', 'f', 'الكثيب', 'm'),
    emblem('Source', 'f', 'النبع', 'm'),
    emblem('Passerelle', 'f', 'الجسر', 'm'),
    emblem('Lanterne', 'f', 'القنديل', 'm'),
    emblem('Oasis', 'f', 'الواحة'),
    emblem('Barque', 'f', 'القارب', 'm'),
    emblem('Étoile', 'f', 'النجمة'),
    emblem('Boussole', 'f', 'البوصلة'),
    emblem('Caravane', 'f', 'القافلة'),
    emblem('Rosée', 'f', 'الندى', 'm'),
  ],
  epithets: [
    epithet('Bleu', 'Bleue', ['الأزرق', 'الزرقاء']),
    epithet('Argenté', 'Argentée', ['الفضي', 'الفضية']),
    epithet('Voyageur', 'Voyageuse', ['المسافر', 'المسافرة']),
    epithet('Matinal', 'Matinale', ['الصباحي', 'الصباحية']),
    epithet('Lumineux', 'Lumineuse', ['المضيء', 'المضيئة']),
    epithet('Tranquille', 'Tranquille', ['الهادئ', 'الهادئة']),
    epithet('Doré', 'Dorée', ['الذهبي', 'الذهبية']),
    epithet('Vert', 'Verte', ['الأخضر', 'الخضراء']),
    epithet('Fidèle', 'Fidèle', ['الوفي', 'الوفية']),
    epithet('Lointain', 'Lointaine', ['البعيد', 'البعيدة']),
    epithet('Blanc', 'Blanche', ['الأبيض', 'البيضاء']),
    epithet('Patient', 'Patiente', ['الصبور', 'الصبورة']),
  ],
};

export const southernEmblems: Emblems = {
  emblems: [
    emblem('Baobab', 'm'),
    emblem('Pirogue', 'f'),
    emblem('Calebasse', 'f'),
    emblem('Karité', 'm'),
    emblem('Cauri', 'm'),
    emblem('Kora', 'f'),
    emblem('Balafon', 'm'),
    emblem('Rônier', 'm'),
    emblem('Tisserin', 'm'),
    emblem('Fromager', 'm'),
    emblem('Colibri', 'm'),
    emblem('Lagune', 'f'),
    emblem('Manguier', 'm'),
    emblem('Tamarinier', 'm'),
    emblem('Luciole', 'f'),
    emblem('Harmattan', 'm'),
    emblem('Termitière', 'f'),
    emblem('Filao', 'm'),
    emblem('Gazelle', 'f'),
    emblem('Tortue', 'f'),
    emblem('Héron', 'm'),
    emblem('Flamboyant', 'm'),
    emblem('Palabre', 'f'),
    emblem('Sentier', 'm'),
    emblem('Natte', 'f'),
    emblem('Pélican', 'm'),
  ],
  epithets: [
    epithet('Bleu', 'Bleue'),
    epithet('Voyageur', 'Voyageuse'),
    epithet('Bavard', 'Bavarde'),
    epithet('Argenté', 'Argentée'),
    epithet('Matinal', 'Matinale'),
    epithet('Lumineux', 'Lumineuse'),
    epithet('Doré', 'Dorée'),
    epithet('Rieur', 'Rieuse'),
    epithet('Patient', 'Patiente'),
    epithet('Étoilé', 'Étoilée'),
    epithet('Audacieux', 'Audacieuse'),
    epithet('Fidèle', 'Fidèle'),
    epithet('Vagabond', 'Vagabonde'),
    epithet('Curieux', 'Curieuse'),
  ],
};
