// Verifies a running arena's log and receipts with golang.org/x/mod/sumdb, the Go project's own implementation:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run verify.go LOG KEY OLDER-CHECKPOINT RECEIPT...
//
// LOG is the address of the log, KEY a verifier key, the others are files. Exits with 1 at the first fault.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func check(err error, what string) {
	if err != nil {
		fmt.Println("fault:", what+":", err)
		os.Exit(1)
	}
}

func get(address string) []byte {
	response, err := http.Get(address)
	check(err, address)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	check(err, address)
	if response.StatusCode != http.StatusOK {
		check(fmt.Errorf("%s", response.Status), address)
	}
	return body
}

func file(name string) []byte {
	data, err := os.ReadFile(name)
	check(err, name)
	return data
}

// open verifies the signature of a checkpoint and returns its tree.
func open(message []byte, key note.Verifier) tlog.Tree {
	opened, err := note.Open(message, note.VerifierList(key))
	check(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "size")
	root, err := tlog.ParseHash(lines[2])
	check(err, "root")
	if lines[0] != key.Name() {
		check(fmt.Errorf("%q", lines[0]), "origin")
	}
	return tlog.Tree{N: size, Hash: root}
}

type served string

func (log served) Height() int { return height }

func (log served) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		data = append(data, get(string(log)+"/"+strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func (log served) SaveTiles([]tlog.Tile, [][]byte) {}

// entries compares every entry with the hashes that the tiles have proved.
func entries(log served, tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 1 << height {
		tile := tlog.Tile{H: height, L: 0, N: first >> height, W: 1 << height}
		if tree.N-first < 1<<height {
			tile.W = int(tree.N - first)
		}
		bundle := get(string(log) + "/" + strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1))
		// All at once: each call reads the tiles that it needs, and keeps none.
		var indexes []int64
		for i := first; i < first+int64(tile.W); i++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, i))
		}
		known, err := hashes.ReadHashes(indexes)
		check(err, "tiles")
		for i := range known {
			size := binary.BigEndian.Uint16(bundle)
			entry := bundle[2 : 2+size]
			bundle = bundle[2+size:]
			if known[i] != tlog.RecordHash(entry) {
				check(fmt.Errorf("%d", first+int64(i)), "entry")
			}
		}
		if len(bundle) > 0 {
			check(fmt.Errorf("%d bytes", len(bundle)), "end of a bundle")
		}
	}
}

func receipt(text []byte, key note.Verifier) {
	parts := bytes.SplitN(text, []byte("\n\n"), 2)
	lines := strings.Split(string(parts[0]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		check(fmt.Errorf("%q", lines[0]), "receipt")
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check(err, "entry of a receipt")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err, "index of a receipt")
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check(err, "hash of a receipt")
		proof = append(proof, hash)
	}
	tree := open(parts[1], key)
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)), "receipt")
}

func main() {
	log := served(os.Args[1])
	key, err := note.NewVerifier(os.Args[2])
	check(err, "key")
	older := open(file(os.Args[3]), key)
	newer := open(get(string(log)+"/checkpoint"), key)
	hashes := tlog.TileHashReader(newer, log)
	proof, err := tlog.ProveTree(newer.N, older.N, hashes)
	check(err, "consistency")
	check(tlog.CheckTree(proof, newer.N, newer.Hash, older.N, older.Hash), "consistency")
	entries(log, newer, hashes)
	for _, name := range os.Args[4:] {
		receipt(file(name), key)
	}
	fmt.Println("verified", newer.N, "entries and", len(os.Args)-4, "receipts")
}
