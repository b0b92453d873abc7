// What the cards of the shipped models say, in other languages. Those of other models are shown as they are.

/** @type {Record<string, Record<string, string>>} */
export const CARDS = {
  de: {
    'Bedrooms': 'Schlafzimmer',
    'Bedrooms that nobody has slept in: paint the walls, open a window, change the light.':
      'Schlafzimmer, in denen niemand geschlafen hat: streiche die Wände, öffne ein Fenster, ändere das Licht.',
    'for evaluation only: the licence of the pictures is unclear': 'nur zum Ausprobieren, denn die Lizenz der Bilder ist unklar',
    'Room: light to dark': 'Zimmer: hell bis dunkel',
    'Colours: cold to warm': 'Farben: kalt bis warm',
    'Contrast: soft to hard': 'Kontrast: weich bis hart',
    'Bed: large to hardly there': 'Bett: groß bis kaum da',
    'Bedspread: pink to grey': 'Tagesdecke: rosa bis grau',
    'Windows: small to wide': 'Fenster: klein bis breit',
    'Furniture: crowded to one wide bed': 'Möbel: dicht gedrängt bis ein breites Bett',

    'Faces': 'Gesichter',
    'Photographs of faces that do not exist, as a sentence asks for them: age, gender, hair, glasses, beard and smile.':
      'Fotos von Gesichtern, die es nicht gibt, wie ein Satz sie beschreibt: Alter, Geschlecht, Haar, Brille, Bart und Lächeln.',
    'Background: light to dark': 'Hintergrund: hell bis dunkel',
    'Face: light to dark': 'Gesicht: hell bis dunkel',
    'Colours: cool to warm': 'Farben: kühl bis warm',
    'Contrast: soft to strong': 'Kontrast: weich bis stark',
    'Head: turned right to left': 'Kopf: nach rechts bis nach links',
    'Colours: warm and strong to blue and faded': 'Farben: warm und kräftig bis blau und blass',

    'Fashion-MNIST: clothes by class': 'Fashion-MNIST: Kleidung nach Klassen',
    'Clothes, shoes and bags in grey: choose what it is to be, and draw its outline.':
      'Kleider, Schuhe und Taschen in Grau: wähle, was es sein soll, und zeichne den Umriss.',
    'Shade: dark to bright': 'Ton: dunkel bis hell',
    'Pattern: printed to plain': 'Muster: bedruckt bis schlicht',
    'Shape: wide to slim': 'Form: weit bis schmal',
    'Cut: loose to tight': 'Schnitt: locker bis eng',
    'Width: narrow to broad': 'Breite: schmal bis breit',
    'Heel: flat to high': 'Absatz: flach bis hoch',
    'Sleeves: long to none': 'Ärmel: lang bis keine',
    'Size: small to large': 'Größe: klein bis groß',

    'Open Peeps: cartoon people': 'Open Peeps: gezeichnete Leute',
    'Cartoon people in black ink, each on a background of one colour: paint the background, the skin, the hair or the shirt.':
      'Leute, mit schwarzer Tinte gezeichnet, jeder vor einer Farbe: male den Hintergrund, die Haut, das Haar oder das Hemd an.',
    'Hair: short to piled up': 'Haar: kurz bis hochgesteckt',
    'Hair: long to short': 'Haar: lang bis kurz',
    'Skin: light to dark': 'Haut: hell bis dunkel',
    'Glasses: without to with': 'Brille: ohne bis mit',
    'Background: green to pink': 'Hintergrund: grün bis rosa',
    'Background: blue to yellow': 'Hintergrund: blau bis gelb',
    'Picture: dark to light': 'Bild: dunkel bis hell',

    'Open Peeps: cartoon people from words': 'Open Peeps: gezeichnete Leute nach Worten',
    'Cartoon people before plain backgrounds, as a sentence asks for them: hair, skin, glasses, beard, shirt and background.':
      'Gezeichnete Leute vor einer Farbe, wie ein Satz sie beschreibt: Haar, Haut, Brille, Bart, Hemd und Hintergrund.',
    'Skin: dark to light': 'Haut: dunkel bis hell',
  },
};
