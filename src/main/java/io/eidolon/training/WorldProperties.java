package io.eidolon.training;

import java.time.Duration;

import io.eidolon.training.distributed.World;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of a run that several processes share. Each is started with the same
 * settings but for its rank.
 *
 * @param worldSize how many processes train together
 * @param rank the number of this process, from 0; the first one writes all files
 * @param master where the first process is met, as host:port
 * @param peerTimeout how long one process waits for another
 */
@Validated
@ConfigurationProperties("eidolon.training")
record WorldProperties(@DefaultValue("1") @Min(1) @Max(1024) int worldSize, @DefaultValue("0") @Min(0) int rank,
		@DefaultValue("localhost:29500") @Pattern(regexp = "[^\\s:]+:\\d{1,5}",
				message = "must be host:port") String master,
		@DefaultValue("5m") Duration peerTimeout) {

	@AssertTrue(message = "rank must be below world-size")
	boolean isRankInWorld() {
		return this.rank < this.worldSize;
	}

	World world() {
		String[] parts = this.master.split(":");
		return new World(this.rank, this.worldSize, parts[0], Integer.parseInt(parts[1]), this.peerTimeout);
	}

}
