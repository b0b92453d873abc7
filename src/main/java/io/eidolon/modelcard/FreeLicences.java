package io.eidolon.modelcard;

import java.util.Locale;
import java.util.Set;

/**
 * The licences that let anybody use a model for anything, commerce included, in the
 * spelling of SPDX.
 */
public final class FreeLicences {

	private static final Set<String> FREE = Set.of("0BSD", "APACHE-2.0", "BSD-2-CLAUSE", "BSD-3-CLAUSE", "CC0-1.0",
			"CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "UNLICENSE");

	private FreeLicences() {
	}

	/**
	 * Whether a licence is one of them, in upper or lower case, with blanks or dashes:
	 * {@code CC BY 4.0} is {@code CC-BY-4.0}.
	 */
	public static boolean include(String licence) {
		return FREE.contains(licence.strip().toUpperCase(Locale.ROOT).replace(' ', '-'));
	}

}
