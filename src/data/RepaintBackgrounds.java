import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/**
 * Makes the set that {@code peeps} learned from: drawings on a flat background, each several times, on backgrounds
 * of any colour, so that the generator has learned that a background may have any.
 *
 * <pre>java src/data/RepaintBackgrounds.java open-peeps.zip repainted.zip</pre>
 *
 * A background is what is joined to the upper corners without crossing an outline. Outlines are black: a pixel on
 * their edge is the background, darkened, and stays as dark.
 */
class RepaintBackgrounds {

	private static final int COPIES = 3;

	/** Levels that a pixel of the palette may be off; on the edge of an outline it is off by more. */
	private static final int ALIKE = 8;

	private static final int ALIKE_ON_EDGE = 56;

	private static final double WHOLE = 0.97;

	public static void main(String[] arguments) throws IOException {
		Random random = new Random(1);
		try (ZipFile pictures = new ZipFile(arguments[0]);
				ZipOutputStream repainted = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
			List<? extends ZipEntry> entries = Collections.list(pictures.entries())
				.stream()
				.filter((entry) -> entry.getName().endsWith(".png"))
				.toList();
			for (ZipEntry entry : entries) {
				BufferedImage picture = ImageIO.read(pictures.getInputStream(entry));
				for (int copy = 0; copy < COPIES; copy++) {
					repainted.putNextEntry(new ZipEntry(entry.getName().replace(".png", "-%d.png".formatted(copy))));
					ByteArrayOutputStream png = new ByteArrayOutputStream();
					ImageIO.write(repaint(picture, colour(random)), "png", png);
					repainted.write(png.toByteArray());
				}
			}
		}
	}

	/** Any hue, from pale to full; one in ten is white. */
	private static Color colour(Random random) {
		float hue = random.nextFloat();
		float saturation = (random.nextInt(10) == 0) ? 0 : 0.15f + 0.8f * random.nextFloat();
		float brightness = (saturation == 0) ? 1 : 0.7f + 0.3f * random.nextFloat();
		return Color.getHSBColor(hue, saturation, brightness);
	}

	private static BufferedImage repaint(BufferedImage picture, Color colour) {
		int width = picture.getWidth();
		int height = picture.getHeight();
		BufferedImage repainted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		repainted.createGraphics().drawImage(picture, 0, 0, null);
		Color background = new Color(repainted.getRGB(0, 0));
		boolean[][] seen = new boolean[height][width];
		Deque<int[]> open = new ArrayDeque<>(List.of(new int[] { 0, 0 }, new int[] { width - 1, 0 }));
		while (!open.isEmpty()) {
			int[] at = open.pop();
			int x = at[0];
			int y = at[1];
			if (x < 0 || y < 0 || x >= width || y >= height || seen[y][x]) {
				continue;
			}
			seen[y][x] = true;
			Color pixel = new Color(repainted.getRGB(x, y));
			double share = share(pixel, background);
			int difference = difference(pixel, scaled(background, share));
			if (difference > ALIKE_ON_EDGE) {
				continue;
			}
			repainted.setRGB(x, y, scaled(colour, share).getRGB());
			if (difference <= ALIKE && share > WHOLE) {
				open.addAll(List.of(new int[] { x + 1, y }, new int[] { x - 1, y }, new int[] { x, y + 1 },
						new int[] { x, y - 1 }));
			}
		}
		return repainted;
	}

	/** How much of the background there is in a pixel, 0 to 1: the least squares of what is left. */
	private static double share(Color pixel, Color background) {
		return Math.min(1,
				(double) (pixel.getRed() * background.getRed() + pixel.getGreen() * background.getGreen()
						+ pixel.getBlue() * background.getBlue())
						/ (background.getRed() * background.getRed() + background.getGreen() * background.getGreen()
								+ background.getBlue() * background.getBlue()));
	}

	private static int difference(Color one, Color other) {
		return Math.max(Math.abs(one.getRed() - other.getRed()), Math.max(Math.abs(one.getGreen() - other.getGreen()),
				Math.abs(one.getBlue() - other.getBlue())));
	}

	private static Color scaled(Color colour, double share) {
		return new Color((int) Math.round(share * colour.getRed()), (int) Math.round(share * colour.getGreen()),
				(int) Math.round(share * colour.getBlue()));
	}

}
