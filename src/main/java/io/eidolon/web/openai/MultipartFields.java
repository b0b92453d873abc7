package io.eidolon.web.openai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.WireType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The parts of a form, files and texts alike: clients name and type files, or they do
 * not.
 *
 * @param parts in their order
 */
record MultipartFields(Collection<Part> parts) {

	/** Reads the form of a request. */
	static MultipartFields of(MultipartHttpServletRequest request) throws IOException, ServletException {
		// Reads it, and says what is wrong with it.
		request.getMultiFileMap();
		return new MultipartFields(request.getParts());
	}

	/** The text of a field, null where it is missing or empty. */
	@Nullable String text(String name) {
		byte[] bytes = file(name);
		String text = (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
		return text.isEmpty() ? null : text;
	}

	/**
	 * The value of a field, null where it is missing.
	 * @throws InvalidParameterException when it is no value of the type
	 */
	<T> @Nullable T value(String name, Class<T> type) {
		return WireType.parse(name, text(name), type);
	}

	/**
	 * The bytes of the first part of a name, which may stand for a list; null for none.
	 */
	byte @Nullable [] file(String name) {
		List<Part> named = named(name);
		try {
			return named.isEmpty() ? null : named.getFirst().getInputStream().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The bytes of the first part of a name; null where it is missing or empty, as
	 * browsers send what nobody has chosen.
	 */
	byte @Nullable [] chosenFile(String name) {
		byte[] bytes = file(name);
		return (bytes == null || bytes.length == 0) ? null : bytes;
	}

	/**
	 * The bytes of the only part of a name.
	 * @throws InvalidParameterException when there is none, or more than one
	 */
	byte[] onlyFile(String name) {
		int count = named(name).size();
		byte[] bytes = file(name);
		if (bytes == null || count > 1) {
			throw new InvalidParameterException(name, count + " files", "one file");
		}
		return bytes;
	}

	private List<Part> named(String name) {
		return this.parts.stream()
			.filter((part) -> part.getName().equals(name) || part.getName().equals(name + "[]"))
			.toList();
	}

}
