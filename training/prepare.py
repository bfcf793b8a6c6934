"""Writes the words of the training sets for the teacher: prepare.py EVALUATION OUT"""
import sys

import corpora

corpora.write_for_teacher(corpora.load(sys.argv[1]), sys.argv[2])
