#!/usr/bin/env python3
"""Finds the persons of a list of names and birth dates by Splink, as `dizim dedupe` does.

usage: splink_dedupe.py PREPARED.csv PERSONS.csv THRESHOLD THREADS
"""
import logging, sys

import duckdb
import splink.comparison_library as compare
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI


def main(source, target, threshold, threads):
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = duckdb.connect(config={"threads": int(threads)})
    by_name, by_date = block_on("key1", "key2"), block_on("birth_date")
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="row_id",
        comparisons=[compare.JaroWinklerAtThresholds("sorted_name", [0.97, 0.93, 0.88, 0.8]),
                     compare.LevenshteinAtThresholds("birth_date", [1, 2])],
        blocking_rules_to_generate_predictions=[by_date, by_name],
        retain_intermediate_calculation_columns=False, retain_matching_columns=False)
    linker = Linker(DuckDBAPI(database).register(database.read_csv(source, all_varchar=True)), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("sorted_name", "birth_date")], recall=0.3)
    # Ten times the pairs take twice the time and change F1 by less than .001.
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(by_name)
    training.estimate_parameters_using_expectation_maximisation(by_date)
    same = {"threshold_match_probability": float(threshold)}
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(linker.inference.predict(**same), **same)
    clusters.as_duckdbpyrelation().project("row_id, cluster_id as person_id").write_csv(target)


main(*sys.argv[1:])
