package io.eidolon.image;

import java.nio.charset.StandardCharsets;

/**
 * How a picture came to be, in terms of the IPTC
 * (<a href="http://cv.iptc.org/newscodes/digitalsourcetype/">NewsCodes</a>), which
 * viewers and platforms read to label what AI made.
 */
public enum DigitalSourceType {

	/** A trained model made all of it. */
	TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),

	/** A trained model made parts of it; the rest is of another picture. */
	COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia");

	// Read-only, and so without room to grow (XMP specification, part 1, 7.3).
	private static final String PACKET = """
			<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\
			<x:xmpmeta xmlns:x="adobe:ns:meta/">\
			<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
			<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" \
			Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/%s"/>\
			</rdf:RDF></x:xmpmeta><?xpacket end="r"?>""";

	private final String xmp;

	private final byte[] packet;

	DigitalSourceType(String term) {
		this.xmp = PACKET.formatted(term);
		this.packet = this.xmp.getBytes(StandardCharsets.UTF_8);
	}

	/** The XMP packet that says so. */
	public String xmp() {
		return this.xmp;
	}

	/** The XMP packet as files hold it, which is not to be written to. */
	byte[] packet() {
		return this.packet;
	}

}
