package io.eidolon.web.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class WaitingLineTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final AtomicLong clock = new AtomicLong();

	@Test
	void whoeverFindsNoPlaceWaitsUntilOneIsLeft() throws Exception {
		WaitingLine line = line(1);
		Admission.Place first = place(line.enter("a", MINUTE));
		CompletableFuture<Admission> second = enter(line, "a");
		awaitWaiting(line, 1);
		assertThat(second).isNotDone();
		first.close();
		assertThat(second.get()).isInstanceOf(Admission.Place.class);
		assertThat(line.served()).isEqualTo(1);
	}

	@Test
	void clientsTakeTurnsHoweverManyRequestsEachHas() throws Exception {
		WaitingLine line = line(1);
		Admission.Place held = place(line.enter("many", MINUTE));
		List<CompletableFuture<Admission>> ofMany = List.of(enter(line, "many"), enter(line, "many"));
		awaitWaiting(line, 2);
		Admission.Place ofFew = place(line.enter("few", MINUTE));
		CompletableFuture<Admission> second = enter(line, "few");
		awaitWaiting(line, 3);
		ofFew.close();
		held.close();
		Admission.Place next = place(anyOf(ofMany));
		assertThat(second).isNotDone();
		next.close();
		assertThat(second.get()).isInstanceOf(Admission.Place.class);
		assertThat(line.waiting()).isEqualTo(1);
	}

	@Test
	void aClientThatHasNoneInServiceNeedNotWaitAsLongAsThereAreFewSuch() {
		WaitingLine line = line(2);
		place(line.enter("a", MINUTE));
		place(line.enter("a", MINUTE));
		place(line.enter("b", MINUTE));
		place(line.enter("c", MINUTE));
		enter(line, "d");
		awaitWaiting(line, 1);
	}

	@Test
	void whatTheMeasuredRateCannotServeInTimeIsRefusedAtOnce() {
		WaitingLine line = line(1);
		Admission.Place measured = place(line.enter("a", MINUTE));
		this.clock.addAndGet(Duration.ofSeconds(10).toNanos());
		measured.close();
		place(line.enter("a", MINUTE));
		assertThat(line.enter("a", Duration.ofSeconds(20))).isEqualTo(new Admission.Refused(Duration.ofSeconds(5)));
		enter(line, "a");
		awaitWaiting(line, 1);
		assertThat(line.enter("a", Duration.ofSeconds(30))).isInstanceOf(Admission.Refused.class);
		assertThat(line.enter("b", Duration.ofSeconds(30))).as("who has asked for less")
			.isInstanceOf(Admission.Place.class);
	}

	@Test
	void whatIsStillOnItsWayIsRefusedAsIfItHadComeAndTakesNoPlace() {
		WaitingLine line = line(1);
		assertThat(line.refusal("a", MINUTE)).as("where there is a place").isEmpty();
		Admission.Place measured = place(line.enter("a", MINUTE));
		this.clock.addAndGet(Duration.ofSeconds(10).toNanos());
		measured.close();
		place(line.enter("a", MINUTE));
		assertThat(line.refusal("a", MINUTE)).as("where it would wait").isEmpty();
		assertThat(line.refusal("a", Duration.ofSeconds(20))).contains(new Admission.Refused(Duration.ofSeconds(5)));
		assertThat(line.served()).isEqualTo(1);
		assertThat(line.waiting()).isZero();
	}

	@Test
	void requestsThatAreServedSideBySideShareTheTime() {
		WaitingLine line = line(4);
		List<Admission.Place> places = List.of(place(line.enter("a", MINUTE)), place(line.enter("a", MINUTE)),
				place(line.enter("a", MINUTE)), place(line.enter("a", MINUTE)));
		this.clock.addAndGet(Duration.ofSeconds(8).toNanos());
		places.getLast().close();
		place(line.enter("a", MINUTE));
		// Of 8 s beside three others it is 2 s that one costs: five of them take 10.
		assertThat(line.enter("a", Duration.ofSeconds(13))).isInstanceOf(Admission.Refused.class);
		enter(line, "a");
		awaitWaiting(line, 1);
	}

	@Test
	void moreThanMayWaitAreRefused() {
		WaitingLine line = new WaitingLine(1, 1, this.clock::get);
		place(line.enter("a", MINUTE));
		enter(line, "a");
		awaitWaiting(line, 1);
		assertThat(line.enter("a", MINUTE)).isInstanceOf(Admission.Refused.class);
	}

	@Test
	void whoseTimeIsOverLeavesTheLine() throws Exception {
		WaitingLine line = line(1);
		Admission.Place held = place(line.enter("a", MINUTE));
		CompletableFuture<Admission> waiter = enter(line, "a");
		awaitWaiting(line, 1);
		line.endWaits();
		assertThat(line.waiting()).as("before").isEqualTo(1);
		this.clock.addAndGet(MINUTE.toNanos());
		line.endWaits();
		assertThat(waiter.get()).isEqualTo(new Admission.Late());
		assertThat(line.waiting()).isZero();
		held.close();
		assertThat(line.served()).isZero();
	}

	@Test
	void whatWouldNotBeDoneInTimeIsNotBegun() throws Exception {
		WaitingLine line = line(1);
		Admission.Place measured = place(line.enter("a", MINUTE));
		this.clock.addAndGet(Duration.ofSeconds(10).toNanos());
		measured.close();
		Admission.Place held = place(line.enter("a", MINUTE));
		CompletableFuture<Admission> waiter = enter(line, "a");
		awaitWaiting(line, 1);
		this.clock.addAndGet(Duration.ofSeconds(55).toNanos());
		held.close();
		assertThat(waiter.get()).isInstanceOf(Admission.Refused.class);
		assertThat(line.served()).isZero();
	}

	@Test
	void aSlowBeginningTellsNothingOfThoseWhoWait() throws Exception {
		WaitingLine line = line(1);
		Admission.Place first = place(line.enter("a", MINUTE));
		List<CompletableFuture<Admission>> others = new ArrayList<>();
		for (int i = 1; i <= 20; i++) {
			others.add(enter(line, "a"));
			awaitWaiting(line, i);
		}
		this.clock.addAndGet(Duration.ofSeconds(5).toNanos());
		line.endWaits();
		assertThat(line.waiting()).isEqualTo(20);
		first.close();
		assertThat(anyOf(others)).isInstanceOf(Admission.Place.class);
	}

	@Test
	void whoWaitsIsRefusedAsSoonAsThoseBeforeTakeTooLong() throws Exception {
		WaitingLine line = line(2);
		place(line.enter("a", MINUTE));
		place(line.enter("a", MINUTE));
		CompletableFuture<Admission> first = enter(line, "a");
		awaitWaiting(line, 1);
		CompletableFuture<Admission> last = enter(line, "a");
		awaitWaiting(line, 2);
		// None of two has ended in 22 s: a request takes 11 s at least, and the fourth is
		// not answered before 44 s from now, when 38 are left.
		this.clock.addAndGet(Duration.ofSeconds(22).toNanos());
		line.endWaits();
		assertThat(last.get()).isEqualTo(new Admission.Refused(Duration.ofSeconds(6)));
		assertThat(first).isNotDone();
		assertThat(line.waiting()).isEqualTo(1);
		assertThat(line.enter("a", Duration.ofSeconds(58))).as("nor may another wait")
			.isInstanceOf(Admission.Refused.class);
	}

	@Test
	void aPlaceIsLeftOnce() {
		WaitingLine line = line(1);
		Admission.Place held = place(line.enter("a", MINUTE));
		held.close();
		held.close();
		assertThat(line.served()).isZero();
	}

	private WaitingLine line(int places) {
		return new WaitingLine(places, 100, this.clock::get);
	}

	private static CompletableFuture<Admission> enter(WaitingLine line, String client) {
		return CompletableFuture.supplyAsync(() -> line.enter(client, MINUTE),
				Executors.newVirtualThreadPerTaskExecutor());
	}

	private static Admission anyOf(List<CompletableFuture<Admission>> futures)
			throws ExecutionException, InterruptedException {
		return (Admission) CompletableFuture.anyOf(futures.toArray(CompletableFuture[]::new)).get();
	}

	private static Admission.Place place(Admission admission) {
		assertThat(admission).isInstanceOf(Admission.Place.class);
		return (Admission.Place) admission;
	}

	private static void awaitWaiting(WaitingLine line, int count) {
		while (line.waiting() < count) {
			Thread.onSpinWait();
		}
	}

}
