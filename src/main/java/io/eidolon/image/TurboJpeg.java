package io.eidolon.image;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes JPEG through the library TurboJPEG of libjpeg-turbo, version 1.2 or later, which
 * is about twice as fast as our own code.
 */
final class TurboJpeg {

	private static final int LOWEST_QUALITY = 1;

	private static final int NO_FLAGS = 0;

	/** {@code TJPF_RGB} and {@code TJPF_GRAY}. */
	private static final int PIXELS_RGB = 0;

	private static final int PIXELS_GREY = 6;

	/**
	 * {@code TJSAMP_444}, which keeps the resolution of colour, and {@code TJSAMP_GRAY}.
	 */
	private static final int FULL_COLOUR = 0;

	private static final int NO_COLOUR = 3;

	private static final AddressLayout POINTER = ValueLayout.ADDRESS;

	private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

	/**
	 * C's unsigned long; where that is shorter, on Windows, the upper half stays zero.
	 */
	private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;

	private final MethodHandle initCompress;

	private final MethodHandle compress;

	private final MethodHandle free;

	private final MethodHandle destroy;

	private TurboJpeg(SymbolLookup library) {
		this.initCompress = function(library, "tjInitCompress", FunctionDescriptor.of(POINTER));
		this.compress = function(library, "tjCompress2",
				FunctionDescriptor.of(INT, POINTER, POINTER, INT, INT, INT, INT, POINTER, POINTER, INT, INT, INT));
		this.free = function(library, "tjFree", FunctionDescriptor.ofVoid(POINTER));
		this.destroy = function(library, "tjDestroy", FunctionDescriptor.of(INT, POINTER));
	}

	@SuppressWarnings("restricted")
	private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor type) {
		return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
	}

	/** Looks for the library where the system keeps its own. */
	static Optional<TurboJpeg> find() {
		return libraries().flatMap(TurboJpeg::link).findFirst();
	}

	/** Whether the library is there, which is known before it is linked. */
	static boolean isInstalled() {
		return libraries().findFirst().isPresent();
	}

	private static Stream<SymbolLookup> libraries() {
		return Stream.of("libturbojpeg.so.0", System.mapLibraryName("turbojpeg")).flatMap(TurboJpeg::load);
	}

	@SuppressWarnings("restricted")
	private static Stream<SymbolLookup> load(String file) {
		try {
			return Stream.of(SymbolLookup.libraryLookup(file, Arena.global()));
		}
		catch (IllegalArgumentException ex) {
			return Stream.empty();
		}
	}

	private static Stream<TurboJpeg> link(SymbolLookup library) {
		try {
			return Stream.of(new TurboJpeg(library));
		}
		catch (NoSuchElementException ex) {
			return Stream.empty();
		}
	}

	/**
	 * Encodes a picture.
	 * @param quality from 0 to 100
	 * @throws IllegalStateException when the library cannot, such as for want of memory
	 */
	byte[] encode(Picture picture, int quality) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment compressor = (MemorySegment) this.initCompress.invokeExact();
			try {
				return compress(arena, compressor, picture, Math.max(LOWEST_QUALITY, quality));
			}
			finally {
				int status = (int) this.destroy.invokeExact(compressor);
			}
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException("TurboJPEG cannot be called", ex);
		}
	}

	private byte[] compress(Arena arena, MemorySegment compressor, Picture picture, int quality) throws Throwable {
		boolean grey = picture.channels() == 1;
		MemorySegment samples = arena.allocateFrom(ValueLayout.JAVA_BYTE, picture.samples());
		// The library allocates the file: it starts at null, and is the caller's to free.
		MemorySegment file = arena.allocate(POINTER);
		MemorySegment size = arena.allocate(SIZE);
		try {
			int status = (int) this.compress.invokeExact(compressor, samples, picture.width(), picture.stride(),
					picture.height(), grey ? PIXELS_GREY : PIXELS_RGB, file, size, grey ? NO_COLOUR : FULL_COLOUR,
					quality, NO_FLAGS);
			if (status != 0) {
				throw new IllegalStateException("TurboJPEG cannot encode a picture of %s x %s x %s"
					.formatted(picture.width(), picture.height(), picture.channels()));
			}
			return bytes(file.get(POINTER, 0), size.get(SIZE, 0));
		}
		finally {
			this.free.invokeExact(file.get(POINTER, 0));
		}
	}

	@SuppressWarnings("restricted")
	private static byte[] bytes(MemorySegment start, long size) {
		return start.reinterpret(size).toArray(ValueLayout.JAVA_BYTE);
	}

}
